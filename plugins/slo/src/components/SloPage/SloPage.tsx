import { Route, Routes } from 'react-router-dom';
import { ObjectivePage } from '../ObjectivePage';
import { BoardsPage } from './BoardsPage';

/** Boards, and below them the pages of objectives. */
export const SloPage = () => (
  <Routes>
    <Route path="/objectives/:id" element={<ObjectivePage />} />
    <Route path="*" element={<BoardsPage />} />
  </Routes>
);
