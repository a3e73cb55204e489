import ReactDOM from 'react-dom/client';
import '@backstage/ui/css/styles.css';
import './narrow.css';
import App from './App';

ReactDOM.createRoot(document.getElementById('root')!).render(App.createRoot());
